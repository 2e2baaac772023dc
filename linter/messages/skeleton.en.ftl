# Words of the skeleton that sekisho rules new makes. What is to be replaced is marked by →.

skeleton-head =
    The skeleton of a rule. As it stands, it passes sekisho rules test.
    Go through the lines with → from the top, make the rule your own, and delete those you are done with.
    → The lines with /// say what is asked and why. Readers of sekisho explain and of reports see them.
skeleton-doc = { $about }が、だれの義務であるかとともに、文書に定められているか。
skeleton-title = 求める事項
skeleton-properties = → applies names the documents: operating_rules for the institution's own rules, for instance.
skeleton-severity = → severity is how grave it is if it is missing: error, warning or info.
skeleton-severity-no-basis =
    → There is no clause to rest on, so this is info. Look for one with sekisho search, write “basis C-8-5”, then raise it.
skeleton-severity-recall =
    → Nobody has compared the clause with a source yet, so this is info. Raise it when somebody has.
skeleton-requirement =
    → What is asked. Replace who (vendor, hospital), what, and about what by the words that documents use.
    → Join several words by |, as in ("実施" | "行う"). An occasion follows with when, a time limit with within.
skeleton-advice = → The clause to paste where it is missing. It has to satisfy this rule itself.
skeleton-examples =
    → At least two examples that pass and two that fail, written as documents would write them.
    → A fail names the requirement and how it falls short (weak, missing and so on).
