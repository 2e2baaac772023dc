//! What is doubtful in a rule file though it can be used: topics with stable codes, for the checker and for whoever looks
//! deeper with the engine at hand.

/// What is doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// The advice is no valid template.
    AdviceBroken,
    /// The advice asks for the document's term of a concept that nobody defines.
    AdviceConcept,
    /// The advice asks for a variable that nobody fills.
    AdviceVariable,
    /// A requirement above `info` rests on entries from memory alone.
    BasisUnverified,
    /// A concept that takes the place of one that ships with the program.
    ConceptRedefined,
    /// A condition over facts that always holds.
    ConditionAlways,
    /// A condition over facts that can never hold.
    ConditionNever,
    /// One rule requires what another forbids.
    Contradiction,
    /// Two requirements ask the same.
    DuplicatePredicate,
    /// No edition of the rule is in the knowledge base.
    EditionNotHeld,
    /// An example does not do what it says.
    ExampleUnexpected,
    /// All examples name the parties in the same way.
    ExamplesAlike,
    /// An exception that stands inside the wording that it narrows.
    ExceptCutsAll,
    /// An exception that cannot overlap the wording that it narrows.
    ExceptCutsNothing,
    /// Parts of a sequence that can never stand so near.
    GapCannotHold,
    /// A requirement that another one covers.
    ImpliedRequirement,
    /// A wording in a spelling that no document has once it is read.
    LiteralNotNormal,
    /// A wording that goes beyond the end of a sentence.
    LiteralSpansSentences,
    /// A wording of which matching leaves nothing.
    LiteralVanishes,
    /// Two rules decide the same topic for the same documents.
    OverlappingRules,
    /// A comparison that no value meets.
    QuantityNever,
    /// A regular expression in a spelling that matching never sees.
    RegexNotFolded,
    /// A concept that is an alternative twice.
    RepeatedConcept,
    /// A requirement that no failing example names.
    RequirementUnexampled,
    /// No kind of document lets the rule speak.
    RuleUnreachable,
    /// A wording that adds nothing to another one.
    ShadowedWording,
    /// A description or advice too short to help.
    TextShort,
    /// A unit that is never read from a text.
    UnitUnknown,
    /// `word` around a text that words go on from.
    WordOpenEnd,
}

impl Doubt {
    /// All topics, in the order of their codes.
    pub const ALL: &'static [Self] = &[
        Self::AdviceBroken,
        Self::AdviceConcept,
        Self::AdviceVariable,
        Self::BasisUnverified,
        Self::ConceptRedefined,
        Self::ConditionAlways,
        Self::ConditionNever,
        Self::Contradiction,
        Self::DuplicatePredicate,
        Self::EditionNotHeld,
        Self::ExampleUnexpected,
        Self::ExamplesAlike,
        Self::ExceptCutsAll,
        Self::ExceptCutsNothing,
        Self::GapCannotHold,
        Self::ImpliedRequirement,
        Self::LiteralNotNormal,
        Self::LiteralSpansSentences,
        Self::LiteralVanishes,
        Self::OverlappingRules,
        Self::QuantityNever,
        Self::RegexNotFolded,
        Self::RepeatedConcept,
        Self::RequirementUnexampled,
        Self::RuleUnreachable,
        Self::ShadowedWording,
        Self::TextShort,
        Self::UnitUnknown,
        Self::WordOpenEnd,
    ];

    /// The English fallback.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::AdviceBroken => "the advice template cannot be read",
            Self::AdviceConcept => "the advice asks for a concept that nobody defines",
            Self::AdviceVariable => "the advice asks for an unknown variable",
            Self::BasisUnverified => "the basis is unverified",
            Self::ConceptRedefined => "a concept of the program is defined anew",
            Self::ConditionAlways => "the condition always holds",
            Self::ConditionNever => "the condition can never hold",
            Self::Contradiction => "another rule forbids what is required here",
            Self::DuplicatePredicate => "another requirement asks the same",
            Self::EditionNotHeld => "the knowledge base holds no edition of the rule",
            Self::ExampleUnexpected => "the example does not do what it says",
            Self::ExamplesAlike => "all examples name the same parties",
            Self::ExceptCutsAll => "the exception cuts every match",
            Self::ExceptCutsNothing => "the exception cuts no match",
            Self::GapCannotHold => "the parts can never stand so near",
            Self::ImpliedRequirement => "another requirement covers this one",
            Self::LiteralNotNormal => "no document has this spelling once it is read",
            Self::LiteralSpansSentences => "the wording goes beyond the end of a sentence",
            Self::LiteralVanishes => "nothing of the wording is left for matching",
            Self::OverlappingRules => "another rule decides the same topic",
            Self::QuantityNever => "no value meets the comparison",
            Self::RegexNotFolded => "matching never sees this spelling",
            Self::RepeatedConcept => "the concept is an alternative twice",
            Self::RequirementUnexampled => "no `fail` example names the requirement",
            Self::RuleUnreachable => "the rule can never speak",
            Self::ShadowedWording => "another wording covers this one",
            Self::TextShort => "the text is too short to help",
            Self::UnitUnknown => "the unit is never read from a text",
            Self::WordOpenEnd => "`word` around a text that is no whole word",
        }
    }
}
