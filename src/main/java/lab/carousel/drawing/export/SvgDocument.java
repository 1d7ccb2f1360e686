package lab.carousel.drawing.export;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import lab.carousel.drawing.label.PictureFont;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The SVG of a picture: what VectorGraphics2D writes, with its fonts, numbers and names put right. */
final class SvgDocument {

    /** Carousel Sans is drawn after Inter; elsewhere Arial is the likeliest to be there. */
    private static final String FAMILIES = "'" + PictureFont.FAMILY + "', Inter, Arial, sans-serif";

    private static final Pattern FONT = Pattern.compile("font-(family|size|weight):[^;]*;");
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}(E-?\\d+)?");
    private static final Pattern CLIP_NAME = Pattern.compile("url\\(#(.*)\\)");

    private final Document document;

    private SvgDocument(Document document) {
        this.document = document;
    }

    static SvgDocument of(Picture picture) {
        SvgGraphics graphics = new SvgGraphics();
        picture.draw(graphics);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(graphics.getCommands(), new PageSize(picture.width(), picture.height()))
                    .writeTo(written);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        SvgDocument svg = new SvgDocument(read(written.toByteArray()));
        svg.setFonts(graphics.fonts());
        svg.shortenNumbers();
        svg.nameClips();
        return svg;
    }

    private static Document read(byte[] bytes) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            // The document names its DTD by an address; nothing is to be fetched from there
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException problem) {
            throw new IllegalStateException("the SVG that was written cannot be read", problem);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void setFonts(List<Font> fonts) {
        List<Element> texts = elements("text");
        if (texts.size() != fonts.size()) {
            throw new IllegalStateException(
                    "the SVG has " + texts.size() + " texts, but " + fonts.size() + " were drawn");
        }
        for (int text = 0; text < fonts.size(); text++) {
            Font font = fonts.get(text);
            Element element = texts.get(text);
            String weight = PictureFont.isBold(font) ? "font-weight:bold;" : "";
            element.setAttribute(
                    "style",
                    FONT.matcher(element.getAttribute("style")).replaceAll("") + "font-family:" + FAMILIES
                            + ";font-size:" + font.getSize2D() + "px;" + weight);
        }
    }

    /** A hundredth of a pixel is enough, and makes the file half as long. */
    private void shortenNumbers() {
        for (Element path : elements("path")) {
            path.setAttribute(
                    "d", LONG_NUMBER.matcher(path.getAttribute("d")).replaceAll(number -> rounded(number.group())));
        }
    }

    private List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }

    private static String rounded(String number) {
        return new BigDecimal(number)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Clips are named after hash codes; numbered, the same picture gives the same bytes. */
    private void nameClips() {
        int number = 0;
        for (Element clip : elements("clipPath")) {
            number++;
            renameUses(clip.getAttribute("id"), "clip-" + number);
            clip.setAttribute("id", "clip-" + number);
        }
    }

    private void renameUses(String name, String newName) {
        for (Element group : elements("g")) {
            var use = CLIP_NAME.matcher(group.getAttribute("clip-path"));
            if (use.matches() && use.group(1).equals(name)) {
                group.setAttribute("clip-path", "url(#" + newName + ")");
            }
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.transform(new DOMSource(document), new StreamResult(bytes));
        } catch (TransformerException problem) {
            throw new IllegalStateException("the SVG cannot be written", problem);
        }
        return bytes.toByteArray();
    }

    /**
     * Records a drawing, and with it the font of each text: VectorGraphics2D leaves out the weight of a font, and
     * the size where it is 12.
     */
    static final class SvgGraphics extends VectorGraphics2D {

        /** Shared with all copies, so that the order of the texts is that of the document. */
        private final List<Font> fonts = new ArrayList<>();

        @Override
        public void drawString(String text, float x, float y) {
            // An empty text is left out of the document, so it must not be counted
            if (!text.isEmpty()) {
                fonts.add(getFont());
                super.drawString(text, x, y);
            }
        }

        List<Font> fonts() {
            return List.copyOf(fonts);
        }
    }
}
