# Comments in Word files, and proposed articles put into documents.

annotate-head = Checked by Sekisho ({ $date })
annotate-head-some = { $count } findings stand at the sentences they speak of, or where an article belongs. Checked against edition { $guideline } of the guideline. [unverified] marks clauses whose text or number has not been compared with the final edition.
annotate-head-none = Nothing was found that a person has to decide on what the rules ask for. Checked against edition { $guideline } of the guideline.
annotate-head-answer = To accept a finding as it is, reply to its comment: "承認: reason 期限: 2027-03-31 承認者: name". Where one comment holds several findings, begin with its number, like "(2)". Any other reply is kept as a remark.
annotate-again = A further passage of the same finding. Clauses and the proposed article stand in its first comment.
annotate-missing = Not found, and would belong here ({ $count })
annotate-inserted = The proposed article was inserted as { $place } ({ $caption }), as a tracked change.
annotate-weak-stays = The weak sentence was not deleted. Decide whether it stays.
annotate-conflict-stays = The finding remains as long as the opposite is stated. Whether to delete or change the sentence is for a person to decide.
annotate-waived = Accepted as an exception: { $reason } (approved by { $approver }, until { $expires })
annotate-baseline = In the baseline (it was there before)

annotate-not-word = this is no Word file (.docx), so it cannot take comments
    .help = Save it as .docx with Word, or write a report with -o.
annotate-part = part "{ $part }" of the file is broken, so nothing can be added to it
    .help = Open the file with Word, save it, and run again.
annotate-container = the container (zip) of the file cannot be copied: { $detail }
    .help = Open the file with Word, save it, and run again.
annotate-needs-folder = there are { $count } documents, so --annotate needs a folder
    .help = Make a folder first and name it; one file is written for each document.
annotate-same-name = two documents would be written to "{ $path }"
    .help = Run documents of the same name separately.
annotate-stdin = a document from standard input cannot be annotated
    .help = Save it as a file first.
annotate-changed = the document has changed since it was checked
    .help = Run again.

mend-insertions = Findings for which an article can be inserted ({ $count })
mend-insertion = insert { $place } ({ $caption }) after { $after }
mend-left = Findings that no insertion mends ({ $count })
mend-nothing = Nothing to mend
mend-why-conflicting = the document says the opposite; it remains until a person deletes or changes the sentence
mend-why-delegated = left to another document; look there first
mend-why-unread = a part could not be read
mend-why-no-clause = the rule proposes nothing, or no article
mend-why-no-article = the document has no articles, so there is no place for one
mend-why-in-table = the place is inside a table or a text box
mend-why-accepted = an approved exception, or in the baseline
mend-weak-stay = Weak sentences are not deleted. Decide whether they stay beside the new articles.
mend-recoded = written in UTF-8, since the original encoding may lack some characters
mend-new-name = (with the proposed articles)
mend-unknown-form = nothing can be added to a document of this form (only .docx, .md, .txt)
    .help = For a PDF or a workbook, use the Word file it was made from.

cli-lint-arg-annotate = write a copy of the Word file with the findings as comments (the input is not changed); a folder for several documents
cli-lint-arg-suggest = insert the proposed articles into the copy of --annotate as tracked changes
cli-fix-about = Makes a copy with the proposed articles inserted. Nothing is deleted
cli-fix-examples =
    sekisho fix contract.docx --dry-run
    sekisho fix contract.docx -o contract-draft.docx
    sekisho fix terms.md -o terms-draft.md
cli-fix-arg-file = document (.docx, .md, .txt)
cli-fix-arg-output = file to write (never the input)
cli-fix-arg-dry-run = write nothing; show what can and what cannot be inserted, and the difference
cli-fix-arg-kind = kind of the document; recognised from title and text otherwise
cli-fix-arg-rules = rule files (.seki) or folders to add to the built-in ones
cli-fix-arg-profile = file (TOML) of facts about the institution
cli-fix-arg-system-type = type of the institution
cli-fix-arg-set = state one fact (e.g. scanning=false); may be repeated
cli-fix-arg-revisions = of a document with tracked changes, read the text before (original) or after them (final)
