package lab.carousel.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.manual.LinkTarget;
import lab.carousel.ui.help.ManualView.Trail;
import org.junit.jupiter.api.Test;

class TrailTest {

    private static final LinkTarget A = LinkTarget.page("a.md");
    private static final LinkTarget B = LinkTarget.page("b.md");
    private static final LinkTarget C = new LinkTarget("c.md", "place");

    @Test
    void oneGoesBackAndForwardToWhereOneHadRead() {
        Trail trail = Trail.from(A).leftAt(0.5).to(B).leftAt(0.25).to(C);

        assertThat(trail.canGoForward()).isFalse();
        assertThat(trail.back().now()).isEqualTo(new Trail.Visit(B, 0.25));
        assertThat(trail.back().back().now()).isEqualTo(new Trail.Visit(A, 0.5));
        assertThat(trail.back().back().canGoBack()).isFalse();
        assertThat(trail.back().back().back().now().target()).isEqualTo(A);
        assertThat(trail.back().forward().now().target()).isEqualTo(C);
        assertThat(trail.forward()).isEqualTo(trail);
    }

    @Test
    void whatWasGoneBackFromIsForgotten() {
        Trail trail = Trail.from(A).to(B).back().to(C);

        assertThat(trail.canGoForward()).isFalse();
        assertThat(trail.back().now().target()).isEqualTo(A);
    }

    @Test
    void theSamePlaceIsNotGoneToTwice() {
        assertThat(Trail.from(A).leftAt(0.5).to(A)).isEqualTo(Trail.from(A));
    }

    @Test
    void aTrailDoesNotGrowForever() {
        Trail trail = Trail.from(A);
        for (int step = 0; step < 1000; step++) {
            trail = trail.to(B).to(C);
        }
        assertThat(trail.visits()).hasSizeLessThanOrEqualTo(200);
        assertThat(trail.now().target()).isEqualTo(C);
        assertThat(trail.back().now().target()).isEqualTo(B);
    }
}
