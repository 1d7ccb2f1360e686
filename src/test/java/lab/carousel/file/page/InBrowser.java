package lab.carousel.file.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests in Chromium. Skipped where Chromium and its driver are not installed. */
abstract class InBrowser {

    @TempDir
    static Path folder;

    static Browser browser;

    @BeforeAll
    static void startBrowser() throws IOException, InterruptedException {
        assumeTrue(Browser.isInstalled(), "chromium and chromedriver are not installed");
        browser = Browser.start();
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        if (browser != null) {
            browser.close();
            browser = null;
        }
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
