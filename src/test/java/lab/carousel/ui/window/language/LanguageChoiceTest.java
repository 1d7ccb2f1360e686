package lab.carousel.ui.window.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.ui.notice.NoticeKind;
import lab.carousel.ui.notice.Notices;
import lab.carousel.ui.notice.Notices.Notice;
import lab.carousel.ui.window.LanguageChoice;
import org.junit.jupiter.api.Test;

class LanguageChoiceTest {

    private final Notices notices = new Notices();
    private final List<Language> remembered = new ArrayList<>();

    @Test
    void whereTheProgramCannotStartAgainOnlyTheNextStartIsTold() {
        new LanguageChoice(notices, remembered::add, Optional.empty()).choose(InLanguage.GERMAN);
        Notice told = notices.shownProperty().get().orElseThrow();
        assertThat(remembered).containsExactly(InLanguage.GERMAN);
        assertThat(told.words()).isEqualTo("Deutsch comes with the next start.");
        assertThat(told.kind()).isEqualTo(NoticeKind.DONE);
        assertThat(told.action()).isEmpty();
    }

    @Test
    void whoStaysWithTheLanguageIsOfferedNothing() {
        List<String> done = new ArrayList<>();
        LanguageChoice choice = new LanguageChoice(notices, remembered::add, Optional.of(() -> done.add("again")));
        choice.choose(Language.ENGLISH);
        assertThat(notices.shownProperty().get()).isEmpty();
        choice.choose(InLanguage.GERMAN);
        assertThat(notices.shownProperty().get()).isPresent();
        choice.choose(Language.ENGLISH);
        assertThat(notices.shownProperty().get()).isEmpty();
        choice.choose(InLanguage.GERMAN);
        assertThat(done).isEmpty();
        notices.take();
        assertThat(done).containsExactly("again");
        assertThat(remembered)
                .containsExactly(Language.ENGLISH, InLanguage.GERMAN, Language.ENGLISH, InLanguage.GERMAN);
    }
}
