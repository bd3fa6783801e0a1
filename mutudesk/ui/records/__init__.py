"""The dated record editor: a list, a record opened in its place, the dated facts of the record.

A page is a `RegisterPage` with a `RecordListView`, a `RecordForm` and `RecordTabs`, whose tabs are
mostly `RecordPanel`s, one per type of fact, each described by a `RecordSpec`. A type that needs
more derives its `RecordPanel`, its `EntryForm` or its `ReadingPane`. There is no registration and
no plug-in point. What stands here is all that a derived class may say otherwise; it neither
overrides nor reads a name with a leading underscore, nor gives that name to something of its own
(`tests/ui/test_record_contract.py`).

RegisterPage
    Hands in, by `compose` at the end of its `__init__`: list, tabs, form, and the widgets that
    show list or form where something stands around them.
    Must say: `key_of` (unless it says `open_row` otherwise), `show_record`, `count_words`.
    May say: `has_codes`, `start_new`, `start_edit`, `start_remove`, `open_row`, `owner_key`,
    `show_head`, `show_count`, and what a `Page` may: `refresh`, `commands`, `may_leave`, `unsaved`,
    `follow`, `take_focus`. Calls super in each of these that it only adds to.
    May use: `session`, `on`, `key`, `band`, `buttons`, `add`, `listed`, `record`, `form`.
    Must not: change part but by `show_list`, `show_form`, `show_tabs`; write but through `record`
    of the use cases, and `report_changed` after it.
    Order: opening is `open_row`, `open_record`, `may_leave`, `show_record`, `show_head`; reading
    again is `refresh`, the list with `show_count`, `show_record`, `show_head`; `show_head` calls
    `show_count` where the list or a new record is shown.

RecordPanel
    Hands in: spec, session, and a form or reading pane of its own.
    May say: `entering_needs`, `deletion_of`.
    Must not: write; it is given facts by `show_records`, again after each `recorded`, `outdated`.
    Order: `may_leave`, `EntryForm.start`; once written `recorded`, `show_records`.

EntryForm
    May say: `start`, `stop`, `changes`, `title_words`, `name_save`, `look_ahead`, `show_refusals`,
    `answer_band`. `start` and `stop` call super.
    May use: `spec`, `owner`, `act`, `before`, `base`, `form`, `band`, `act_day`, `point_at`.
    Order: `start` (`title_words`, `name_save`), then per field edited `name_save` where it is a
    day and, after a pause, `look_ahead` (`changes`); saving is `changes`, then `show_refusals` or
    `recorded`; `stop` at last.

ReadingPane
    May say: `compose` (called once, in `__init__`, so what it places is made before), `show_record`
    and `apply_style`; each calls super first.
    May use: `content` (title and facts), `row` and `buttons` (the acts).
"""
