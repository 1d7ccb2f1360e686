package lab.carousel.ui.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatestTest {

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final List<String> shown = new ArrayList<>();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final Latest<String, String> latest = new Latest<>("test", this::answer, shown::add, screen::add);

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
    void whileOneIsWorkedOutOnlyTheNewestWaitsAndOnlyItIsShown() throws InterruptedException {
        latest.ask("one");
        assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo("one");
        latest.ask("two");
        latest.ask("three");
        mayAnswer.countDown();
        runNext();
        runNext();
        assertThat(shown).containsExactly("answer to three");
        assertThat(begun).containsExactly("three");
    }

    @Test
    void whatWasForgottenIsNotShown() throws InterruptedException {
        mayAnswer.countDown();
        latest.ask("one");
        latest.forget();
        runNext();
        assertThat(shown).isEmpty();
    }

    @Test
    void aQuestionWithoutAnAnswerDoesNotStopTheNext() throws InterruptedException {
        mayAnswer.countDown();
        latest.ask("bad");
        assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo("bad");
        latest.ask("good");
        runNext();
        assertThat(shown).containsExactly("answer to good");
    }
}
