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

/** The manual that comes with the program. Its files are those of {@code src/site}, its contents the menu of the site. */
public final class ShippedManual {

    private static final String FOLDER = "/lab/carousel/manual/";
    private static final String PICTURES = "screenshots/";

    private ShippedManual() {}

    /** Reads all of it: some tens of milliseconds, and off the disk only what is in the jar. */
    public static Manual read() {
        List<Chapter> chapters = chapters();
        List<ManualPage> pages = chapters.stream()
                .flatMap(chapter -> chapter.entries().stream())
                .map(entry -> page(entry.page()))
                .toList();
        return new Manual(chapters, pages);
    }

    private static ManualPage page(String name) {
        return ManualPage.read(name, markdown(name));
    }

    /** A page as it is written. */
    public static String markdown(String name) {
        byte[] text = bytes("markdown/" + name)
                .orElseThrow(() -> new IllegalStateException("the manual has no page " + name));
        return new String(text, StandardCharsets.UTF_8);
    }

    /**
     * The bytes of a picture.
     *
     * @param address as it stands in a page; only the name of the file counts
     */
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
                            .map(item -> new Chapter.Entry(
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
