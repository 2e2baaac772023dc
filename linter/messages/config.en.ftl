# Sentences about sekisho.toml, waivers and baselines.

config-syntax = { $path }:{ $line }:{ $column }: the settings cannot be read ({ $detail })
    .help = check them against the syntax of TOML
config-unknown-key = { $path }:{ $line }:{ $column }: there is no setting `{ $key }`
    .help = `sekisho schema config` lists them
config-unknown-key-near = { $path }:{ $line }:{ $column }: there is no setting `{ $key }`
    .help = did you mean `{ $near }`?
config-wrong-value = { $path }:{ $line }:{ $column }: the value of `{ $key }` cannot be used
    .help = it is written { $form }
config-missing-key = { $path }:{ $line }:{ $column }: [[{ $table }]] lacks `{ $key }`
    .help = add a line { $key } = …; a waiver needs a reason, an approver and a last day
config-unknown-rule = { $path }:{ $line }:{ $column }: there is no rule `{ $rule }`
    .help = `sekisho rules list` lists them
config-unknown-rule-near = { $path }:{ $line }:{ $column }: there is no rule `{ $rule }`
    .help = did you mean `{ $near }`?
config-elsewhere = { $path } lies below the settings of { $other }, but those of { $used } were used
    .help = run them apart, or choose with --config
config-none = no sekisho.toml was found
    .help = run in the folder of the documents, or name it with --config FILE
config-no-documents = no document was named
    .help = name files, or list them as [[documents]] in sekisho.toml
baseline-shape = { $path }: this is no baseline ({ $detail })
    .help = --update-baseline writes it anew
baseline-version = { $path }: baselines of version { $version } cannot be read
    .help = --update-baseline writes it anew
baseline-needed = --update-baseline needs a file to write
    .help = add --baseline FILE, or `baseline` under [lint] in sekisho.toml
baseline-written = { $count } findings were written to { $path }

config-about = Settings of Sekisho
config-about-profile = What is known of the institution. Leave out what is not known: it becomes a question
config-about-documents = The documents to check
config-about-documents-path = Path or pattern from the folder of this file
config-about-documents-kind = Kind of the document; recognised where it is left out
config-about-documents-case = Name of a case: documents of one name (a contract and its annexes) are judged together
config-about-lint = How documents are checked
config-about-lint-fail-on = Findings of this severity or above end the run with 1
config-about-lint-revisions = Which text of documents with tracked changes: original or final
config-about-lint-baseline = File of the findings that were there before
config-about-lint-rules = Further rules: files or folders
config-about-rules = How grave a rule (contract/audit-right) or a pack (contract) is; off is not asked
config-about-waivers = Approved exceptions. An expired one gives the finding back
config-about-waivers-rule = The rule
config-about-waivers-document = The document, from the folder of this file; * for every one
config-about-waivers-fingerprint = The finding as it was approved; with it, the waiver lapses where the words change
config-about-waivers-reason = Why the finding is accepted
config-about-waivers-approver = Who approved it
config-about-waivers-expires = The last day it holds

config-show-file = Settings: { $path }
config-show-no-file = Settings: none
config-show-heading-key = key
config-show-heading-value = value
config-show-heading-origin = from
config-origin-default = default
config-value-unknown = unknown
config-value-none = none

waiver-lint-none = No waivers ({ $path })
waiver-lint-heading = { $count } waivers ({ $path })
waiver-lint-line = { $place }: { $standing }: { $rule } { $document }
waiver-lint-detail = reason: { $reason } / approver: { $approver } / until: { $expires }
waiver-standing-expired = expired
waiver-standing-reworded = words changed
waiver-standing-unused = covers no finding
waiver-standing-expiring = ends soon
waiver-standing-holds = holds
