"""Pictures: each a pure function from plain frozen values to a `Picture`, which one macro shows.

A picture is a title that states what it shows, a drawing for a wide place and one for a narrow place, and a table or a
list that says the same. `{% from 'pictures/picture.html' import picture %}` and `{{ picture(drawn, to) }}` show any.
"""
