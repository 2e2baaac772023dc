# Comparison of two versions: what changed, what became of the clauses, the comparison table

compare-title = Comparison of { $title }
compare-old = old
compare-new = new
compare-founded = (new)
compare-deleted = (deleted)
compare-omitted = (omitted)
compare-file = { $path } ({ $count } articles)
compare-same = No difference
compare-folded = … { $count } unchanged sections left out
compare-unnamed = text
compare-and = {" · "}

compare-change-changed = changed
compare-change-added = added
compare-change-deleted = deleted
compare-change-moved = moved
compare-change-renumbered = renumbered
compare-change-followed = references follow
compare-change-drifted = references lead elsewhere

compare-count-changed = { $count } changed
compare-count-added = { $count } added
compare-count-deleted = { $count } deleted
compare-count-moved = { $count } moved
compare-count-renumbered = { $count } renumbered
compare-count-followed = { $count } with references that only follow
compare-count-drifted = { $count } references that lead elsewhere
compare-count-unchanged = { $count } unchanged

compare-note = * { $note }
compare-note-moved = moved from { $old } to { $new }
compare-note-renumbered = { $old } → { $new }
compare-note-split = split from the old { $place }
compare-note-merged = merged into the new { $place }
compare-note-from = { $place } stood in the old { $from }
compare-note-to = { $place } went to the new { $to }
compare-drift = "{ $words }" in { $place } led to { $was } (now { $went }); it leads to { $now } now. Check whether the number should follow
compare-drift-deleted = { $was }, to which "{ $words }" in { $place } led, is gone; it leads to { $now } now. Check whether the number should follow

compare-clauses = What it did to the clauses
compare-move-lost = lost
compare-move-weakened = weakened
compare-move-unclear = unclear
compare-move-gained = gained
compare-move-strengthened = strengthened
compare-move-reworded = reworded
compare-move-unchanged = unchanged
compare-move-lost-meaning = the old document has it, the new one does not
compare-move-weakened-meaning = the new document says less that can be relied on
compare-move-unclear-meaning = a part cannot be read, or only one of the two is asked
compare-move-gained-meaning = the new document has it, the old one did not
compare-move-strengthened-meaning = the new document says more that can be relied on
compare-move-reworded-meaning = the same verdict, other words
compare-move-unchanged-meaning = the same verdict, the same words
compare-requirement = { $title }: { $old } → { $new }
compare-waived = approved as an exception ({ $approver }, until { $expires }); not counted as a loss

compare-table-title = { $title }: comparison of old and new
compare-table-new = New (as amended)
compare-table-old = Old (before)
compare-table-remarks = Remarks
compare-table-files = New: { $new } / Old: { $old }
compare-table-file-titled = { $file } ({ $title })
compare-table-date = Made on { $date }
compare-table-legend = What differs is underlined. (new) stands beside what was added, (deleted) beside what is gone, (omitted) for what is the same.
compare-remark-bare = [{ $change }] { $title }
compare-remark = [{ $change }] { $title } (basis { $basis })

report-since = Changes
report-since-counts = Only findings from the { $changed } sections that changed since { $path } are shown. { $hidden } findings that were there before are left out

cli-diff-about = Compares two versions of a document: which articles changed, and what that did to the clauses. -o writes a comparison table (新旧対照表)
cli-diff-examples =
    sekisho diff rules_old.docx rules_new.docx
    sekisho diff draft1.docx draft2.pdf -o comparison.docx --remarks
    sekisho diff old.md new.md --fail-on-loss warning --format json
cli-diff-arg-old = The old document (Word, PDF, Excel, HTML, Markdown, text); it need not have the same form as the new one
cli-diff-arg-new = The new document
cli-diff-arg-kind = Kind of both documents; else recognised from the new one
cli-diff-arg-rules = Rule files (.seki) or folders to add to the rules of the program
cli-diff-arg-profile = File that describes the institution (TOML)
cli-diff-arg-system-type = Pattern of the institution
cli-diff-arg-set = States a fact (scanning=false). May be repeated; goes before --profile
cli-diff-arg-revisions = Which text of a document with tracked changes: before (original) or after accepting (final)
cli-diff-arg-format = Form of the standard output
cli-diff-arg-output = File for the comparison table; its ending decides the form (.docx, .xlsx, .html)
cli-diff-arg-remarks = With a third column: what the change did to the clauses
cli-diff-arg-fail-on-loss = Exit status 1 where something of this severity or above was lost or weakened (never: always 0). What an exception covers does not count
cli-diff-arg-today = Date of the table and the report; else today in Japan
cli-diff-arg-quiet = Only what was lost or weakened, one line each
cli-diff-arg-verbose = With what was reworded
cli-diff-output-kind = The comparison table cannot be written as "{ $path }"
    .help = Use one of the endings .docx, .xlsx, .html.
cli-diff-stdin = The two documents cannot both come from standard input
    .help = Give one of them as a file.
cli-diff-written = Comparison table written to "{ $path }"

cli-lint-arg-since = An older version of the document: only findings from articles whose words changed since, and clauses that it had and that were lost, count; how many others there are is told. For one document at a time
cli-since-one = --since goes with a single document
    .help = Give one document instead of a folder or pattern.
