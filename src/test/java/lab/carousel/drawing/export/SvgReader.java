package lab.carousel.drawing.export;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads an SVG as any XML reader would. */
public record SvgReader(Document document) {

    public static SvgReader of(byte[] svg) throws Exception {
        return new SvgReader(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg)));
    }

    public List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }

    public List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }
}
