package lab.carousel.drawing.mark;

/** What marks are drawn with: pixels, or a list of elements. */
public interface Pen {

    void fill(Mark.Filled mark);

    void draw(Mark.Drawn mark);

    void write(Mark.Words mark);

    void colour(Mark.Cells mark);

    void open(Mark.Group mark);
}
