package lab.carousel.file.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests in Chromium. Skipped where Chromium and its driver are not installed. */
abstract class InBrowser {

    @TempDir
    static Path folder;

    static Browser browser;

    /** Notes of a page what it is as it is first seen. */
    private static final String NOTE =
            """
            const parts = [LAB, VIEWS, SLOW, PLAY, TRAINING];
            window.FIRST = {
              run: PAGE.run,
              chosen: { ...PAGE.chosen },
              classes: document.body.className,
              experiment: DATA.experiment,
              lesson: DATA.lesson,
              worker: window.Worker,
              storage: Object.getOwnPropertyDescriptor(window, "localStorage"),
              parts: parts.map((part) => [part, { ...part }]),
            };
            """;

    /** Makes a page so again that was noted; gives whether it was. */
    private static final String SET_BACK =
            """
            if (!window.FIRST || location.pathname !== PATH) {
              return false;
            }
            const { run, chosen, classes, experiment, lesson, worker, storage, parts } = FIRST;
            window.Worker = worker;
            Object.defineProperty(window, "localStorage", storage);
            stopPlay();
            endTraining();
            leaveLesson();
            document.activeElement.blur();
            parts.forEach(([part, first]) => Object.assign(part, first));
            LAB.lessons = {};
            Object.assign(LESSON, freshLesson(), { student: "" });
            Object.assign(DATA, { experiment, lesson });
            Object.assign(PAGE, { run, isLogarithmic: false });
            Object.assign(PAGE.chosen, chosen, { state: run.states.length - 1 });
            find("logarithmic").checked = false;
            find("stepByStep").checked = DATA.isStepByStep;
            find("tip").hidden = true;
            find("kept").textContent = "";
            document.body.className = classes;
            speak(DATA.language);
            fillForm(find("try"), run);
            dress("light");
            beginLesson();
            window.scrollTo(0, 0);
            history.replaceState(null, "", location.pathname);
            localStorage.clear();
            return true;
            """;

    @BeforeAll
    static void startBrowser() throws IOException, InterruptedException {
        assumeTrue(Browser.isInstalled(), "chromium and chromedriver are not installed");
        browser = Browser.inNewWindow();
    }

    /**
     * Shows a page as it is first seen, on a large screen. One that is open is set back, which takes a tenth of what opening it
     * does, unless {@link #change} was called; so are Worker and localStorage. What was opened beside it is closed.
     */
    static void openAnew(Path file) throws IOException, InterruptedException {
        browser.closeOthers();
        browser.resize(1280, 800);
        String path = "'" + file.toUri().getPath() + "'";
        if (!browser.run(SET_BACK.replace("PATH", path)).booleanValue()) {
            forget();
            browser.open(file);
            browser.run(NOTE);
        }
        // What an examination before has said, or a page that was left, is not the page's
        browser.console();
        browser.requests();
    }

    /**
     * Uses another large window until the next test: what is set in it goes with it. A page that is opened in it takes three times
     * as long as in the first one, whose process knows the scripts.
     */
    static void useWindowBeside() throws IOException, InterruptedException {
        browser.openWindow();
        browser.resize(1280, 800);
    }

    /** Leaves the page for an empty one beside it: to leave it for another place ends the process that knows the scripts. */
    static void leave() throws IOException, InterruptedException {
        browser.openAsItIs(Files.writeString(folder.resolve("empty.html"), "<!DOCTYPE html>")
                .toUri());
    }

    /** Runs a script after which the page cannot be set back. */
    static void change(String script) throws IOException, InterruptedException {
        browser.run("delete window.FIRST; " + script);
    }

    /** Waits until nothing is trained and what an address names is looked at. */
    static void settle() throws IOException, InterruptedException {
        browser.runAndWait("const look = () => LAB.wanted || document.body.classList.contains('training') ?"
                + " setTimeout(look, 10) : done(); look();");
    }

    /** Loads the page again, and waits until it is as it was. */
    static void reload() throws IOException, InterruptedException {
        browser.reload();
        settle();
    }

    /** Goes back, and waits until what was there is trained. */
    static void goBack() throws IOException, InterruptedException {
        browser.runAndWait(
                "window.addEventListener('hashchange', () => setTimeout(done, 0), { once: true }); history.back();");
        settle();
    }

    /** Forgets what pages have kept; that which is open keeps nothing more. */
    static void forget() throws IOException, InterruptedException {
        browser.run("try { localStorage.clear(); Storage.prototype.setItem = () => {}; } catch (nothingOpen) {}");
    }

    /** What an expression in the page gives, as text. */
    static String shown(String expression) throws IOException, InterruptedException {
        return browser.run("return String(" + expression + ")").textValue();
    }
}
