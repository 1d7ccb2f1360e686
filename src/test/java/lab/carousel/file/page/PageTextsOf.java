package lab.carousel.file.page;

final class PageTextsOf {
    static String computing() {
        return "const COMPUTING = {}; ((exports) => {" + Page.PageTexts.of("computing.js") + "})(COMPUTING)";
    }
}
