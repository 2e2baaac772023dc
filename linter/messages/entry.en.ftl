# Entries of the knowledge base: words for kinds, links and properties

entry-kind-clause = clause
entry-kind-control = control
entry-kind-checklist = checklist item
entry-kind-agreement = contract sheet item
entry-kind-comment = public comment
entry-kind-change = change of edition
entry-kind-reference = reference
entry-kind-term = term
entry-kind-audience = reader
entry-kind-practice = practice
entry-kind-form = form

# Headings of links: out as this entry names them, in as the other one does.
entry-link-related-out = related clauses
entry-link-related-in = related clauses
entry-link-implements-out = implements
entry-link-implements-in = controls
entry-link-asks-for-out = asks for
entry-link-asks-for-in = checklist items
entry-link-concerns-out = concerns
entry-link-concerns-in = about this
entry-link-grounds-out = stands behind
entry-link-grounds-in = laws, documents
entry-link-compensates-out = substitute for
entry-link-compensates-in = substituted by
entry-link-continues-out = earlier form
entry-link-continues-in = later form
entry-link-contrasts-out = differs from
entry-link-contrasts-in = differs from
entry-link-see-out = see also
entry-link-see-in = see also
entry-link-before-out = older item
entry-link-before-in = next edition
entry-link-after-out = newer item
entry-link-after-in = earlier edition

entry-tie-stated = stated by a source
entry-tie-high = confidence: high
entry-tie-medium = confidence: medium
entry-tie-low = confidence: low

entry-nature-technical = technical
entry-nature-operational = operational
entry-nature-organisational = organisational
entry-nature-both = technical and operational

entry-owner-hospital = hospital
entry-owner-vendor = vendor
entry-owner-both = hospital and vendor

entry-strength-must = must
entry-strength-recommended = recommended

entry-outcome-revised = text revised
entry-outcome-noted = noted for later
entry-outcome-explained = explained, text kept

entry-type-law = law
entry-type-guideline = guideline
entry-type-standard = standard
entry-type-notice = notice
entry-type-form = form or manual
entry-type-report = report
entry-type-slides = slides

entry-standing-current = current
entry-standing-superseded = superseded
entry-standing-draft = draft
entry-standing-unknown = not known whether in force

entry-role-principle = principle
entry-role-rule = rule
entry-role-step = step
entry-role-do = do
entry-role-dont = do not
entry-role-question = question
entry-role-column = column
entry-role-example = example
entry-role-duty = duty
entry-role-option = option
entry-role-row = row
entry-role-note = note on the document

entry-step-equal = the same
entry-step-subset = asks less
entry-step-superset = asks more
entry-step-intersects = overlaps
entry-step-split = split
entry-step-merged = merged
entry-step-moved = moved
entry-step-added = added
entry-step-removed = removed
entry-step-changed = changed
entry-step-unknown = only the numbers are known to correspond

entry-extent-all = all
entry-extent-selected = parts
entry-extent-none = none

entry-own = [own]
entry-own-meaning = A control written by this project. Its verification is that of the least certain clause it implements.
entry-fact-nature = nature
entry-fact-owner = owner
entry-fact-strength = strength
entry-fact-evidence = evidence
entry-fact-drift = today
entry-fact-recommended = for hospitals
entry-fact-recommended-yes = vendors are to recommend it to the institution
entry-fact-document = document
entry-fact-number = number
entry-fact-group = group
entry-fact-scope = scope
entry-fact-label = wording
entry-fact-deadline = deadline
entry-fact-condition = condition
entry-fact-reply = reply
entry-fact-outcome = outcome
entry-fact-draft-place = in the draft
entry-fact-draft-page = draft { $page }
entry-fact-type = type
entry-fact-issuer = issuer
entry-fact-issued = issued
entry-fact-in-force = in force
entry-fact-standing = status
entry-fact-reading = reading
entry-fact-english = English
entry-fact-synonyms = synonyms
entry-fact-colloquial = colloquial
entry-fact-role = reader
entry-fact-types = patterns
entry-fact-audience = audience
entry-fact-order = order
entry-fact-step = change
entry-fact-before = before
entry-fact-after = after
entry-fact-targets = documents
entry-fact-columns = columns
entry-fact-rules = filling in
entry-fact-year = year
entry-fact-not-obtained = The form itself was not obtained: only items that other sources tell of are included, if any
entry-fact-keywords = words
entry-fact-applies-reason = why these
entry-fact-edition = edition { $edition }
entry-fact-no-origin = no corresponding item is known [unverified]
entry-fact-no-fate = no change is known, which does not mean that nothing changed [unverified]
entry-rules = rules resting on this clause
