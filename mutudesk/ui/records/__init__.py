"""Shared pieces of the record pages: a list, a record in its place, the dated facts of a record.

A page is a `RegisterPage` with a `RecordListView` and one `RecordTabs`, whose tabs are mostly
`RecordPanel`s, one per type of fact, described by a `RecordSpec`. No registration, no plug-in
point, no expression language: a type that needs more derives its panel.
"""
