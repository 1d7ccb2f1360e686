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

    /** What an expression in the page gives, as text. */
    static String shown(String expression) throws IOException, InterruptedException {
        return browser.run("return String(" + expression + ")").textValue();
    }
}
