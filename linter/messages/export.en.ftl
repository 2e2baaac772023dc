# Export of the knowledge base: headings of tables, legend, credit

export-failed = The knowledge base could not be exported: { $detail }

export-title = Knowledge base of the Guidelines for the Safety Management of Medical Information Systems, edition { $edition }
export-version = Version of the knowledge base: { $version }
export-issued = The edition was issued: { $issued }
export-unverified = 【未確認】 marks entries whose wording and number have not both been checked against the final text. "Verification" says how far each one was checked.
export-own = 【自作】 marks measures written by this project. Their verification is that of the least sure clause they implement.
export-ties = Confidence of links: stated is said by a source; high, medium and low are judgements from the content. "←" is a link that the other entry names.
export-credit = Source: Ministry of Health, Labour and Welfare of Japan, 医療情報システムの安全管理に関するガイドライン 第{ $edition }版. This knowledge base was made on its basis.

export-sheet-about = About

export-column-id = ID
export-column-kind = Kind
export-column-citation = Place
export-column-title = Title
export-column-mark = Mark
export-column-gist = Gist
export-column-details = Details
export-column-verification = Verification
export-column-confirmed = Confirmed
export-column-nature = Nature
export-column-owner = Owner
export-column-strength = Strength
export-column-applies = Types
export-column-document = Document
export-column-sources = Sources
export-column-links = Links
export-column-keywords = Keywords
export-column-more = More
export-column-note = Note
export-column-path = Data file

export-contents = Contents
export-details = Details
export-chapter = { $part } chapter { $chapter } { $title }
export-other = { $kind }: { $name }
export-back = To the contents

export-oscal-catalog = The clauses of the guideline (gists are in this project's own words and not the authoritative text)
export-oscal-components = Measures that implement the clauses
export-oscal-mapping = Mappings between editions, and between forms and clauses
export-oscal-hospital = Medical institution
export-oscal-hospital-about = Measures that the medical institution carries out.
export-oscal-vendor = Vendor
export-oscal-vendor-about = Measures that the vendor of the medical information system carries out.
export-oscal-own-set = Measures written by this project
export-oscal-document-set = Measures of "{ $title }"
export-oscal-provenance = Mapped by comparing contents. Confidence: stated is said by a source; high, medium and low are judgements from the content.
export-oscal-step = Changes from edition { $from } to edition { $to }
export-oscal-form = Questions of the form "{ $form }" and the clauses
