"""Tables that leave the catalog: columns that say what they hold, and the formats and data frames they are written as.

A table is made of vehicles (``vehicles``, one row each, or ``claims``, one row a published value) and knows the
unit, the definition and the meaning of each column. Each format is a file of its own; those that need a library
import it when they are asked for.
"""
