# Words of forms (sekisho checklist).

checklist-unknown = the knowledge base has no form of { $year } for { $audience }
    .help = choose --year from r5, r6, r7, r8 and --for from hospital, pharmacy, vendor.
checklist-not-obtained = "{ $title }" was not obtained, so it cannot be made. { $note }
    .help = use the form that the ministry publishes.

checklist-partial = Only a part of the form was obtained. Items that were not are not in this table: compare it with the published form.
checklist-answers = Answers are empty, for the person who has looked to fill in. This program never answers.
checklist-evidence-meaning = Passages show what is written in a document, not what is done. An empty cell means that no passage was found.
checklist-wording = Items have the wording of the form only where it was seen in published material; the rest are titles in our own words. 未確認 marks items that were not compared with the final form.
checklist-made-with = sekisho { $version }, knowledge base { $kb }, { $date }
checklist-documents = Documents
checklist-unused = Documents that could not be used
checklist-found = → { $title }
checklist-weak = → { $title } (not to be relied on)
checklist-contrary = → { $title } (the contrary)
checklist-no-label = wording not obtained
checklist-party = { $party } ({ $side })
checklist-side = { " " }[who acts: { $side }]
checklist-side-vendor = provider
checklist-side-hospital = medical institution
checklist-side-both = both
checklist-side-other = somebody else
checklist-side-unstated = the sentence does not say

checklist-sheet-yearly = Checklist
checklist-sheet-roles = Roles
checklist-column-number = No.
checklist-column-group = Group
checklist-column-scope = Scope
checklist-column-question = Item
checklist-column-gist = Content (gist)
checklist-column-answer = Answer
checklist-column-checked = Checked on
checklist-column-target = Target day
checklist-column-answer-2 = Answer (2nd)
checklist-column-checked-2 = Checked on (2nd)
checklist-column-done = Done on
checklist-column-remark = Remarks
checklist-column-evidence = Passages of documents
checklist-column-side = Who acts
checklist-column-clauses = Clauses
checklist-column-verification = Verification
checklist-column-id = Item ID
checklist-answer-yes = yes
checklist-answer-no = no
checklist-answer-not-applicable = not applicable
checklist-enter-answer = Choose yes, no or not applicable.

checklist-no-workbook = this is no Excel workbook (.xlsx)
    .help = name a workbook that sekisho checklist wrote.
checklist-no-questions = there is no table of items
    .help = check that it is a workbook of sekisho checklist and that the headings (number, item, answer, item ID) are left.
checklist-answers-kept = "{ $path }" holds { $count } answers and days and is not overwritten
    .help = give another name with -o.
checklist-no-form = the form of "{ $path }" cannot be told
    .help = name the output .xlsx or .json, or give --format.
checklist-counts = { $questions } items: yes { $yes }, no { $no }, not applicable { $not-applicable }, no answer needed { $skipped }
checklist-open = { $count } things left to do
checklist-nothing-open = Nothing is left to do. Whether the answers are right was not looked at
checklist-problem-unanswered = there is no answer
checklist-problem-unknown-answer = the answer is none of yes, no, not applicable
checklist-problem-no-without-day = answered no, and there is no day (target or done)
checklist-problem-not-dated = the day of the check is missing
checklist-problem-no-day = this cannot be read as a day
checklist-problem-row-gone = the row of the item is gone
checklist-problem-merged = the cell is merged: nobody can tell which item it answers

# The command line
cli-checklist-about = Makes checklists and the table of roles, with passages of documents beside the items, and checks what is filled in
cli-checklist-examples =
    sekisho checklist new --year r7 --for hospital -o checklist.xlsx
    sekisho checklist fill contract.docx --form role-sharing -o roles.xlsx
    sekisho checklist check checklist.xlsx
cli-checklist-new-about = Makes a blank form
cli-checklist-new-examples =
    sekisho checklist new --year r7 --for hospital -o checklist.xlsx
    sekisho checklist new --form role-sharing -o roles.xlsx
cli-checklist-new-arg-year = Business year of the form
cli-checklist-new-arg-audience = Who answers
cli-checklist-new-arg-form = Form without a year. role-sharing is the table about the division of roles in a contract
cli-checklist-new-arg-output = File to write (.xlsx, .json); the terminal without it. Never a workbook with answers
cli-checklist-new-arg-format = Form of the output; else told by the name of -o
cli-checklist-new-arg-today = Day on the form; else today in Japan
cli-checklist-fill-about = Puts passages of documents (article, quotation) beside the items. Never answers
cli-checklist-fill-examples =
    sekisho checklist fill contract.docx --form role-sharing -o roles.xlsx
    sekisho checklist fill rules.docx --year r7 --for hospital -o checklist.xlsx
cli-checklist-fill-arg-files = { cli-lint-arg-files }
cli-checklist-fill-arg-kind = { cli-lint-arg-kind }
cli-checklist-fill-arg-case = { cli-lint-arg-case }
cli-checklist-fill-arg-rules = { cli-lint-arg-rules }
cli-checklist-fill-arg-profile = { cli-lint-arg-profile }
cli-checklist-fill-arg-system-type = { cli-lint-arg-system-type }
cli-checklist-fill-arg-set = { cli-lint-arg-set }
cli-checklist-fill-arg-revisions = { cli-lint-arg-revisions }
cli-checklist-fill-arg-today = { cli-lint-arg-today }
cli-checklist-fill-arg-jobs = { cli-lint-arg-jobs }
cli-checklist-fill-arg-year = { cli-checklist-new-arg-year }
cli-checklist-fill-arg-audience = { cli-checklist-new-arg-audience }
cli-checklist-fill-arg-form = { cli-checklist-new-arg-form }
cli-checklist-fill-arg-output = { cli-checklist-new-arg-output }
cli-checklist-fill-arg-format = { cli-checklist-new-arg-format }
cli-checklist-check-about = Says which items have no answer, and which are answered no without a day
cli-checklist-check-examples =
    sekisho checklist check checklist.xlsx
    sekisho checklist check roles.xlsx --format json
cli-checklist-check-arg-file = Workbook of sekisho checklist that was filled in
cli-checklist-check-arg-format = Form of the output
