package lab.carousel.picture.study;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.picture.loss.LossPicture.Frame;
import org.jfree.chart.ChartRenderingInfo;

/**
 * A picture of what a study has come to, made by {@link StudyPictures}. The same drawing is used on the screen and in
 * exported pictures.
 *
 */
public final class StudyPicture implements Picture {

    private static final int SLIDE_WIDTH = 960;
    private static final int SLIDE_HEIGHT = 540;

    private final String name;
    private final ChartContent content;
    private final Palette palette;
    private final Frame frame;
    private final int width;
    private final int height;

    private StudyPicture(String name, ChartContent content, Palette palette, Frame frame, int width, int height) {
        this.name = name;
        this.content = content;
        this.palette = palette;
        this.frame = frame;
        this.width = width;
        this.height = height;
    }

    /** A picture for a slide. */
    static StudyPicture slide(String name, ChartContent content, Palette palette) {
        return new StudyPicture(name, content, palette, Frame.SLIDE, SLIDE_WIDTH, SLIDE_HEIGHT);
    }

    /** The same in a window, which has its title elsewhere. */
    public StudyPicture inWindow(Palette colours, int windowWidth, int windowHeight) {
        return new StudyPicture(name, content, colours, Frame.WINDOW, windowWidth, windowHeight);
    }

    /** The same for a slide, in the same colours. */
    public StudyPicture asSlide() {
        return slide(name, content, palette);
    }

    /** Names it among those of its study, and its file: for example {@code loss}. */
    public String name() {
        return name;
    }

    /** What it is, as a title. */
    public String title() {
        return content.title();
    }

    /** Of what it is, on one line. */
    public String subtitle() {
        return content.subtitle();
    }

    /** What it shows in a few sentences, for those who do not see it. */
    public String summary() {
        return new PictureSummary(content).text();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void draw(Graphics2D graphics) {
        drawChart(graphics);
    }

    /**
     * Draws it, and tells where the area inside the axes is.
     *
     * @return that area, in points
     */
    public Rectangle2D drawChart(Graphics2D graphics) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        StudyChart.of(content, palette, frame == Frame.SLIDE)
                .draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, info);
        return info.getPlotInfo().getDataArea();
    }

    /**
     * What stands at a place of the picture.
     *
     * @param area inside the axes, as {@link #drawChart} told it
     * @param x    from the left, in points
     * @param y    from above, in points
     */
    public Optional<PictureSpot> at(Rectangle2D area, double x, double y) {
        return new PictureSpots(area, x, y).of(content);
    }

    @Override
    public String csv() {
        return content.csv();
    }
}
