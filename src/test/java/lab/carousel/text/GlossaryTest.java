package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GlossaryTest {

    private static final Glossary ENGLISH = Language.ENGLISH.meanwhile(Glossary::current);

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void itHasAtMost41WordsEachOfOneMeaning(Language language) {
        Glossary glossary = language.meanwhile(Glossary::current);
        List<String> forms = glossary.entries().stream()
                .flatMap(entry -> entry.forms().stream())
                .toList();

        assertThat(glossary.entries()).hasSizeLessThanOrEqualTo(41);
        assertThat(forms).doesNotHaveDuplicates();
        assertThat(glossary.entries())
                .allSatisfy(entry -> assertThat(entry.text()).matches("(?s)[\\p{Lu}\\d].*[.]"));
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void itSaysTheSameInEveryLanguage(Language language) {
        assertThat(keys(language.meanwhile(Glossary::current))).isEqualTo(keys(ENGLISH));
    }

    private static Set<String> keys(Glossary glossary) {
        return Set.copyOf(glossary.entries().stream().map(GlossaryEntry::key).toList());
    }

    @Test
    void aWordIsFoundInAllItsFormsAndTheLongestOneFirst() {
        assertThat(ENGLISH.in("Forks and memoryless floors, a fork-lift, forked"))
                .extracting(found -> found.entry().key(), Glossary.Found::start, Glossary.Found::end)
                .containsExactly(tuple("fork", 0, 5), tuple("floor", 10, 27));
    }

    @Test
    void aShortLabelIsAboutTheLongestWordInIt() {
        assertThat(ENGLISH.ofLabel("memoryless floor 0.0693"))
                .map(GlossaryEntry::word)
                .contains("Memoryless floor");
        assertThat(ENGLISH.ofLabel("deciding step")).map(GlossaryEntry::key).contains("decidingStep");
        assertThat(ENGLISH.ofLabel("The loss is drawn here after every epoch.")).isEmpty();
        assertThat(ENGLISH.ofLabel(" ")).isEmpty();
    }
}
