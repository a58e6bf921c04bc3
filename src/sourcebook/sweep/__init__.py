"""The flow over many WARC files: what web archives say of a topic, as tables, on one machine or a cluster.

    files -> records -> bytes that may speak of the topic -> page -> passages, figures, routes, themes -> Parquet

A file is a task: it is read on its own, writes its own rows, and returns its counts and errors. Engines run the tasks
(`engines`), a folder holds what they made (`folder`), and at the end the tables are made once of all of it (`compact`).
"""
