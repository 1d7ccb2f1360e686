package lab.carousel.picture.study;

import lab.carousel.drawing.colour.Palette;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;

/** What a picture of a study shows, whatever its size and colours. Immutable. */
interface ChartContent {

    /** What it is, as a title. */
    String title();

    /** Of what it is, on one line. */
    String subtitle();

    /** A new plot in some colours. */
    XYPlot plot(Palette palette);

    /** What the lines and signs mean; may be empty. */
    LegendItemCollection legend(Palette palette);

    /** The numbers it shows, as CSV with a header line. */
    String csv();
}
