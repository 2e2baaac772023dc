# What editors show. editor-word-* says what a word of the rule language means, one line each.

editor-word-concept = names a set of ways to say something; known in every rule file
editor-word-extend = adds ways to say it to a concept that is defined elsewhere
editor-word-rule = a rule: what a document is asked for
editor-word-topic = the topic that this rule decides
editor-word-theme = the theme of a rule that decides no topic
editor-word-editions = the editions of the guideline it holds for
editor-word-applies = the kinds of document it speaks about
editor-word-severity = how grave it is when the rule is not met
editor-word-basis = the clauses it rests on
editor-word-reference = what it rests on outside the guideline
editor-word-require = what has to be written
editor-word-forbid = what must not be written
editor-word-recommend = what had better be written (always info)
editor-word-advice = a clause to propose when something is missing
editor-word-pass = an example of a document that meets the rule
editor-word-fail = an example of one that does not, with the names of the requirements it fails
editor-word-and = both hold
editor-word-or = either holds
editor-word-not = does not hold
editor-word-act = who does what, and how strongly; the action is the predicate of a sentence
editor-word-by = this party is who the sentence speaks of
editor-word-of = to what (the object of the act)
editor-word-when = on which occasion; after applies: under which condition
editor-word-within = inside which part; in an act: the time allowed
editor-word-one-of = any one of these; 「A又はB」 in the document will do
editor-word-word = matches a whole word, not a part of a longer one of the same script
editor-word-except = but not where this overlaps
editor-word-at = the severity of this requirement alone
editor-word-as = the verdict of the example
editor-word-column = in the cells of a column with this heading
editor-word-count = how often it occurs
editor-word-defines = the document defines this term
editor-word-refers = the document refers elsewhere with these words
editor-word-defect = the document has this defect
editor-word-disagree = sentences that say the same thing differ

editor-scope-unit = one sentence (an item together with its lead)
editor-scope-paragraph = one paragraph (項)
editor-scope-article = one article (条)
editor-scope-chapter = one chapter (章)
editor-scope-document = the whole document
editor-scope-title = the title of the document
editor-scope-caption = the caption of an article
editor-scope-table = one table
editor-scope-row = one row of a table
editor-scope-cell = one cell of a table

editor-strength-must = a duty (しなければならない, ものとする)
editor-strength-should = an effort (努める) or more
editor-strength-may = a permission (できる)
editor-strength-must-not = a prohibition (してはならない)
editor-strength-any = of any strength, also a plain statement

editor-party-vendor = the provider (乙 in most contracts)
editor-party-hospital = the medical institution (甲 in most contracts)
editor-party-both = both of them
editor-party-any = whoever

editor-measure-number = a number with its unit: number("文字") >= 13
editor-measure-duration = a time within which something happens: duration <= 24h
editor-measure-period = a time during which something is kept: period >= 5y
editor-measure-party = who does it: written disagree party

editor-severity-error = error: must be mended, or decided by a person
editor-severity-warning = warning: should be mended
editor-severity-info = info: worth knowing

editor-edition = edition { $name } of the guideline

editor-topic-responsibility-boundary = responsibility boundary
editor-topic-emergency-roles = roles in an emergency
editor-topic-incident-notification = notice of incidents
editor-topic-subcontracting = subcontracting
editor-topic-confidentiality = confidentiality
editor-topic-purpose-limitation = limits on other uses
editor-topic-data-return-and-deletion = return and deletion
editor-topic-deletion-certificate = proof of deletion
editor-topic-security-measures = security measures
editor-topic-personnel-supervision-training = supervision and training of staff
editor-topic-access-log = access log
editor-topic-backup-recovery = backup and recovery
editor-topic-remote-maintenance = remote maintenance
editor-topic-audit-right = audit
editor-topic-sla-availability = service levels, availability
editor-topic-data-location-domestic-law = where data are, and domestic law
editor-topic-liability = liability
editor-topic-change-notice-migration = notice of changes, migration
editor-topic-management-structure = management structure
editor-topic-authentication-accounts = authentication and accounts
editor-topic-takeout-media-disposal = taking out, media, disposal
editor-topic-bcp = business continuity
editor-topic-review-revision = review and revision

editor-variable-n = the number after the last article
editor-variable-vendor = what the document calls the provider (乙, 受託者 …)
editor-variable-hospital = what the document calls the institution (甲, 委託者 …)

editor-role-concept = concept
editor-concept = concept ({ $place })
editor-concept-extended = Extended in { $place }:
editor-concept-uses = Concepts it uses:
editor-requirement = requirement of the rule { $rule }

editor-snippet-title = title
editor-snippet-example = 第1条 乙は、

editor-replace = Change to “{ $new }”
editor-insert-advice = Insert the proposed clause: { $title }
editor-kind-unknown = Nothing says whether this is a contract or a set of rules, so it was not looked at. It will be once its title names the kind of document (保守契約書, 業務委託契約書 …)

editor-rename-nothing = no concept and no requirement stands here
editor-rename-invalid = “{ $name }” cannot be a name: it must not begin with a digit, hold signs or be a word of the language
editor-rename-taken = “{ $name }” is in use
editor-rename-shipped = “{ $name }” ships with the program and cannot be renamed
editor-too-large = The document is too large (limit: { $limit } bytes) and was not looked at
editor-not-initialized = { $method } came before initialize
editor-unknown-method = { $method } is not supported
editor-invalid-params = the parameters of { $method } cannot be read: { $detail }
editor-invalid-message = not a JSON-RPC message: { $detail }
editor-message-too-large = the message is too large ({ $length } bytes, limit { $limit } bytes) and was passed over
editor-shut-down = { $method } came after shutdown
editor-initialized-twice = initialize came twice
