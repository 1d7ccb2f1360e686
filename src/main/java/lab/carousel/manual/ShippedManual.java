package lab.carousel.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The manual shipped with the program: the files of {@code src/site}, with the menu of the site as contents. */
public final class ShippedManual {

    private static final String FOLDER = "/lab/carousel/manual/";
    private static final String PICTURES = "screenshots/";

    private ShippedManual() {}

    /** Reads the manual in a language, by its code. Untranslated pages are English. */
    public static Manual read(String language) {
        List<ManualPage> pages = new ArrayList<>();
        List<Chapter> chapters = new ArrayList<>();
        for (Chapter chapter : chapters()) {
            List<ChapterEntry> entries = new ArrayList<>();
            for (ChapterEntry entry : chapter.entries()) {
                ManualPage original = ManualPage.read(entry.page(), markdown(entry.page()));
                Optional<ManualPage> translated =
                        translation(entry.page(), language).map(original::translated);
                pages.add(translated.orElse(original));
                entries.add(translated
                        .map(page -> new ChapterEntry(page.title(), page.name()))
                        .orElse(entry));
            }
            chapters.add(new Chapter(chapter.title(), entries));
        }
        return new Manual(chapters, pages);
    }

    private static Optional<String> translation(String name, String language) {
        return bytes("markdown/" + name.replaceFirst("\\.md$", "." + language + ".md"))
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    /** A page in a language, or in English if it is not translated. */
    public static String markdown(String name, String language) {
        return translation(name, language).orElseGet(() -> markdown(name));
    }

    public static String markdown(String name) {
        byte[] text = bytes("markdown/" + name)
                .orElseThrow(() -> new IllegalStateException("the manual has no page " + name));
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Bytes of a picture; of its address only the file name counts. */
    public static Optional<byte[]> picture(String address) {
        return bytes(PICTURES + address.substring(address.lastIndexOf('/') + 1));
    }

    private static Optional<byte[]> bytes(String name) {
        try (InputStream file = ShippedManual.class.getResourceAsStream(FOLDER + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        for (Element menu : elements(contents(), "menu")) {
            chapters.add(new Chapter(
                    menu.getAttribute("name"),
                    elements(menu, "item").stream()
                            .map(item -> new ChapterEntry(
                                    item.getAttribute("name"),
                                    item.getAttribute("href").replace(".html", ".md")))
                            .toList()));
        }
        return chapters;
    }

    private static Element contents() {
        try (InputStream file = ShippedManual.class.getResourceAsStream(FOLDER + "site.xml")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException failure) {
            throw new IllegalStateException("the contents of the manual cannot be read", failure);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            elements.add((Element) found.item(index));
        }
        return elements;
    }
}
