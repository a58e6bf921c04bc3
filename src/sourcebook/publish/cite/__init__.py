"""Citations in the styles and exchange formats that readers use."""
