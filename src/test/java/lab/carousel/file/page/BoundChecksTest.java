package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoundChecksTest {

    private static final String FUNCTIONS =
            "let a=1,B$=(index,array)=>{if(index<0||index>=array.length){F();}return index;},"
                    + "W=(index,array)=>{if(index>=array.length){F();}return index;};";

    @Test
    void standWhereAnIndexIsSimple() {
        assertThat(BoundChecks.inPlace(FUNCTIONS + "x=d[B$(k,d)]+d[W(0,d)]+d[B$(k+1|0,d)];"))
                .isEqualTo(
                        FUNCTIONS
                                + "x=d[(k>=0&&k<d.length?k:F())]+d[(0<d.length?0:F())]+d[((k+1|0)>=0&&(k+1|0)<d.length?k+1|0:F())];");
    }

    @Test
    void stayWhereAnIndexOrAnArrayIsWorkedOut() {
        String others = FUNCTIONS + "x=d[B$(f(k),d)]+d[W(k,g())]+o.W(k,d)+aW(k,d);";
        assertThat(BoundChecks.inPlace(others)).isEqualTo(others);
    }

    @Test
    void areMissedInAScriptThatHasNone() {
        assertThatThrownBy(() -> BoundChecks.inPlace("let W=1;"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("checks indices in another way");
    }

    @Test
    void mostOfTheTranslatedComputingStandInPlace() {
        String before = Page.PageTexts.of("computing.js");
        String inPlace = BoundChecks.inPlace(before);
        assertThat(inPlace.length() - before.length()).isBetween(15_000, 60_000);
    }
}
