package lab.carousel.ui.window;

import java.util.Optional;
import java.util.function.Consumer;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.ui.notice.Notices;

/** The choice of a language: the window has words of one only, so it speaks another one from its next start on. */
public final class LanguageChoice {

    private final Notices notices;
    private final Consumer<Language> remember;
    private final Optional<Runnable> startAgain;

    /** @param startAgain starts the program again with all that is worked on; empty if nobody knows how */
    public LanguageChoice(Notices notices, Consumer<Language> remember, Optional<Runnable> startAgain) {
        this.notices = notices;
        this.remember = remember;
        this.startAgain = startAgain;
    }

    public void choose(Language language) {
        remember.accept(language);
        if (language == Language.current()) {
            notices.withdraw();
            return;
        }
        startAgain.ifPresentOrElse(
                again -> notices.offer(
                        Message.of("notice.language.offer", language.title()), Message.of("notice.startAgain"), again),
                () -> notices.done(Message.text("notice.language", language.title())));
    }
}
