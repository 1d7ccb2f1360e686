package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.font.FontFace;
import lab.carousel.drawing.font.FontWidths;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PageTextWidthTest extends InBrowser {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** So large that no pixel counts. */
    private static final double LARGE = 1_000;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Experiment experiment = Experiment.reference().with(settings -> settings.with(Settings.EPOCHS, 1));
        Path file = Files.write(
                folder.resolve("p.html"),
                Page.of(PageRuns.trained(experiment), false, Colours.OKABE_ITO, Optional.empty()));
        openAnew(file);
    }

    private static JsonNode each(List<String> texts, String width) throws IOException, InterruptedException {
        return browser.run("return " + JSON.writeValueAsString(texts) + ".map((text) => " + width + ")");
    }

    @Test
    void thePageComputesTheWidthsOfTheProgramToTheLastBit() throws IOException, InterruptedException {
        List<String> texts = Stream.concat(
                        FontWidths.ofPage().stream().map(Character::toString),
                        Stream.of(
                                "", "Wave AV To 0.0693", "→ 3|4 ≥ −1", "e\u0301", "漢字", "\uD840\uDC00", "\uDBFF\uDFFF"))
                .toList();
        JsonNode regular = each(texts, "carouselComputing.textWidth(text, 13.7, false)");
        JsonNode bold = each(texts, "carouselComputing.textWidth(text, 13.7, true)");
        for (int at = 0; at < texts.size(); at++) {
            String text = texts.get(at);
            assertThat(regular.get(at).doubleValue()).as(text).isEqualTo(FontFace.REGULAR.width(text, 13.7));
            assertThat(bold.get(at).doubleValue()).as(text).isEqualTo(FontFace.BOLD.width(text, 13.7));
        }
    }

    /** A sign that the page's font lacks would come from another font, and is seldom as wide there; soft hyphens are hidden. */
    @Test
    void wordsInPicturesAreAsWideInThePageAsTheProgramSays() throws IOException, InterruptedException {
        browser.run("const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');"
                + " window.WORDS_IN_PICTURE = svg.appendChild(document.createElementNS(svg.namespaceURI, 'text'));"
                + " document.body.append(svg); WORDS_IN_PICTURE.style.fontSize = '" + LARGE + "px';");
        List<String> texts = Stream.concat(
                        FontWidths.ofPage().stream()
                                .filter(sign ->
                                        !Character.isSpaceChar(sign) && Character.getType(sign) != Character.FORMAT)
                                .map(Character::toString),
                        Stream.of("AV", "Wave AV To 0.0693", "→ 3|4 ≥ −1"))
                .toList();
        for (FontFace face : FontFace.values()) {
            browser.run("WORDS_IN_PICTURE.style.fontWeight = '" + (face == FontFace.BOLD ? "bold" : "normal")
                    + "'; WORDS_IN_PICTURE.style.fontStyle = '" + (face == FontFace.ITALIC ? "italic" : "normal")
                    + "';");
            JsonNode widths = each(
                    texts, "{ WORDS_IN_PICTURE.textContent = text; return WORDS_IN_PICTURE.getComputedTextLength(); }");
            for (int at = 0; at < texts.size(); at++) {
                double ours = face.width(texts.get(at), LARGE);
                assertThat(widths.get(at).doubleValue())
                        .as(texts.get(at) + " " + face)
                        .isCloseTo(ours, within(0.0002 * ours + 0.5));
            }
        }
    }
}
