package lab.carousel.text;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What stands in a file of messages. */
final class BundleTexts {

    private BundleTexts() {}

    /** Key and text of a bundle; none if there is no such file. */
    static Map<String, String> of(Path bundle) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(bundle)) {
            properties.load(new StringReader(Files.readString(bundle)));
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
