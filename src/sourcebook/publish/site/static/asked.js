// An address that asks something is known before anything is drawn, so that nothing moves when the answer comes: what
// stands below it is kept away. Without this file the answer comes all the same.
"use strict";

if (window.location.search) document.documentElement.classList.add("asked");
