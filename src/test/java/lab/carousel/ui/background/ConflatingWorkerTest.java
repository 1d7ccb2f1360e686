package lab.carousel.ui.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConflatingWorkerTest {

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final List<String> shown = new ArrayList<>();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final Background background = new Background(screen::add);
    private final ConflatingWorker<String, String> latest =
            new ConflatingWorker<>(background, "test", this::answer, shown::add);

    private String answer(String question) {
        begun.add(question);
        try {
            mayAnswer.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (question.equals("bad")) {
            throw new IllegalStateException("cannot be answered");
        }
        return "answer to " + question;
    }

    private void runNext() throws InterruptedException {
        screen.poll(30, TimeUnit.SECONDS).run();
    }

    private void askTwoWhileOneIsWorkedOut() throws InterruptedException {
        latest.ask("one");
        assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo("one");
        latest.ask("two");
    }

    @AfterEach
    void close() {
        latest.close();
    }

    @Test
    void showsTheAnswer() throws InterruptedException {
        mayAnswer.countDown();
        latest.ask("one");
        runNext();
        assertThat(shown).containsExactly("answer to one");
    }

    @Test
    void whileOneIsWorkedOutOnlyTheNewestWaits() throws InterruptedException {
        askTwoWhileOneIsWorkedOut();
        latest.ask("three");
        mayAnswer.countDown();
        runNext();
        if (shown.size() == 1 && shown.get(0).equals("answer to one")) {
            runNext();
        }
        assertThat(shown).endsWith("answer to three").doesNotContain("answer to two");
        assertThat(begun).containsExactly("three");
    }

    @Test
    void anAnswerIsShownAlsoWhenANewerQuestionWaits() throws InterruptedException {
        askTwoWhileOneIsWorkedOut();
        mayAnswer.countDown();
        runNext();
        assertThat(shown).hasSize(1);
    }

    @Test
    void whatWasForgottenIsNotShown() throws InterruptedException {
        mayAnswer.countDown();
        latest.ask("one");
        Runnable answered = screen.poll(30, TimeUnit.SECONDS);
        latest.forget();
        answered.run();
        assertThat(shown).isEmpty();
    }

    @Test
    void aQuestionWithoutAnAnswerIsToldOnceAndDoesNotStopTheNext() throws InterruptedException {
        mayAnswer.countDown();
        latest.ask("bad");
        assertThatThrownBy(this::runNext).hasMessage("cannot be answered");
        begun.clear();
        latest.ask("bad");
        assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo("bad");
        latest.ask("good");
        runNext();
        assertThat(shown).containsExactly("answer to good");
    }

    @Test
    void aSynchronousBackgroundShowsTheAnswerBeforeAskReturns() {
        List<String> answers = new ArrayList<>();
        ConflatingWorker<String, String> atOnce =
                new ConflatingWorker<>(Background.synchronous(), "test", question -> question + "!", answers::add);
        atOnce.ask("one");
        assertThat(answers).containsExactly("one!");
        atOnce.ask("two");
        assertThat(answers).containsExactly("one!", "two!");
    }

    @Test
    void answersNothingAfterItWasClosed() {
        List<String> answers = new ArrayList<>();
        ConflatingWorker<String, String> closed =
                new ConflatingWorker<>(Background.synchronous(), "test", question -> question + "!", answers::add);
        closed.close();
        closed.ask("one");
        assertThat(answers).isEmpty();
    }
}
