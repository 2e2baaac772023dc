# Words of the report. status-* are verdicts, reason-* say why a requirement is not met, fact-* ask about assumptions.

status-conflicting = contrary
status-missing = missing
status-partial = partial
status-weak = weak
status-delegated = elsewhere
status-unknown = unreadable
status-satisfied = present
status-not-applicable = not asked

status-conflicting-meaning = the text says the contrary of what is asked
status-missing-meaning = what is asked was not found
status-partial-meaning = only a part of what is asked is there
status-weak-meaning = it is there, but only as an effort or option: not to be relied on
status-delegated-meaning = left to another document
status-unknown-meaning = some text could not be read, so absence cannot be claimed
status-satisfied-meaning = what is asked is there as a duty
status-not-applicable-meaning = not asked of this document

status-conflicting-sentence = the text says the contrary of what is asked
status-missing-sentence = what is asked was not found
status-partial-sentence = only a part of what is asked is there
status-weak-sentence = it is there, but not so that one could rely on it
status-delegated-sentence = it is left to another document
status-unknown-sentence = some text could not be read, so nothing can be said
status-satisfied-sentence = what is asked is there
status-not-applicable-sentence = not asked of this document

severity-error = error
severity-warning = warning
severity-info = info

requirement-unmet = { $title }: { $reason }
list-separator = { "; " }
unverified = [unverified]

reason-not-found = no such provision
reason-mentioned = the words occur, but nobody is bound to do it
reason-other-occasion = provided for another occasion
reason-other-object = provided for something else
reason-negated = denied or not warranted
reason-wrong-party = the duty lies on the other party
reason-not-there = left to a document or an appendix that was read and does not settle it
reason-delegated = left to another document
reason-alternative = only one of two ways, of which either may be chosen
reason-actor-unstated = nobody is named who has to do it
reason-on-demand = only on demand of the other party
reason-may = an option, not a duty
reason-effort = an effort, not a duty
reason-discretion = left to the discretion of the bound side
reason-exception = taken back by a proviso or a later paragraph
reason-too-late = the time allowed is too long or not stated
reason-text-lost = some text could not be read, so absence cannot be claimed
reason-conflicting = contrary to what is asked

# Under an underlined passage, where there is little room.
reason-not-found-short = near, but not enough
reason-mentioned-short = words only
reason-other-occasion-short = another occasion
reason-other-object-short = another object
reason-negated-short = denied
reason-wrong-party-short = duty of the other party
reason-not-there-short = not settled where it points
reason-delegated-short = left to another document
reason-alternative-short = one of two ways
reason-actor-unstated-short = nobody named
reason-on-demand-short = only on demand
reason-may-short = an option
reason-effort-short = an effort
reason-discretion-short = discretionary
reason-exception-short = taken back
reason-too-late-short = too late
reason-text-lost-short = partly unreadable

role-meets = { $title }: present
role-conflicts = { $title }: contrary
role-lacks = { $title }: { $reason }

kind-contract = contract
kind-operating-rules = operating rules
kind-contract-maintenance = maintenance contract
kind-contract-saas = cloud or SaaS contract
kind-contract-outsourcing = outsourcing contract
kind-nda = non-disclosure agreement
kind-sla = service level agreement
kind-security-policy = security policy
kind-privacy-policy = privacy policy
kind-bcp = business continuity plan

kind-reason-title = recognised by { $words } in the title
kind-reason-opening = recognised by { $words } in the first words
kind-reason-body = { $words } in the text
kind-reason-none = assumed, no word tells
kind-runner-up = next would be { $kind }
kind-reason-separator = {"; "}

fact-outsourcing-cloud = Is a cloud service used?
fact-outsourcing-maintenance = Is maintenance outsourced?
fact-outsourcing-storage = Is medical information stored by a provider?
fact-remote-maintenance = Is maintenance done remotely?
fact-remote-staff = Do members of staff connect from outside?
fact-remote-patients = Do patients connect from outside?
fact-network-wireless = Is wireless LAN used?
fact-devices-byod = Are privately owned devices used for work?
fact-devices-iot = Are there networked medical or IoT devices?
fact-scanning = Are paper records scanned?
fact-signature-electronic = Are electronic signatures used?
fact-provision-third-party = Is medical information provided to third parties?

report-title = title
report-no-title = (no title found)
report-kind = kind
report-kind-recognised = { $kind } ({ $name }; { $why }; --kind overrides)
report-kind-stated = { $kind } ({ $name }; as stated)
report-parties = parties
report-parties-are = medical institution: { $hospital }; provider: { $vendor }
report-articles = articles
report-unread = not read
report-unread-lost = {" "}What stands there is reported as unreadable, not as missing
report-note = note
note-reference-dangling = { $article } refers to 「{ $reference }」, which this document does not have
report-case = case
report-case-main = main document (judged together with { $count } others; { $reason })
report-case-part = judged together with 「{ $main }」; the outcomes stand there
report-case-incomplete = a document of the case could not be read, so nothing is claimed to be missing
report-case-only = there is no other
report-case-kind = it is the contract itself
report-case-referred-to = the others refer to it most
report-case-order = it was given first
report-nothing-asked = no rule speaks about documents of this kind yet
report-recommended = suggested: { $list }
report-group = { $status } ({ $count })
report-page = p. { $page }
report-met-item = { $title } ({ $place })
report-met = in order: { $list }
report-comma = { ", " }
report-basis = basis:
report-more-passages = { $count } more passages (--verbose shows them)
report-advice = a clause to start from:
report-advice-after = a clause to start from (it could follow { $article }):
report-question = assumed: { $question } If not, this is not asked
report-summary = Summary
report-unused-file = could not be used: { $path }
report-made-with = Guideline { $guideline }, { $date } (sekisho { $version }, rules { $rules }, knowledge base { $kb }). [unverified] marks clauses whose wording or number has not been compared with the final text.
report-no-legal-advice = This is no legal advice: it shows what is written and what a person has to decide. The PDF published by the Ministry of Health, Labour and Welfare is the authority.

# What was understood, below the outline of `sekisho tree`.
tree-kind = kind: { $kind }
tree-party-hospital = the institution: { $name }
tree-party-vendor = the provider: { $name }
tree-definitions = definitions: { $count }
tree-definition = { $term } ({ $article }, used { $uses } times): { $meaning }
tree-references = references: { $count } ({ $inside } to provisions of this document); the others:
tree-reference-in-case = { $article } 「{ $text }」: another document of the case
tree-reference-outside = { $article } 「{ $text }」: outside this document
tree-reference-dangling = { $article } 「{ $text }」: this document has no such article
tree-reference-unresolved = { $article } 「{ $text }」: not settled by the tree
