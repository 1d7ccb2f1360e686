/** What a picture is made of: a list of marks, each with its place in points and the role of its colour. Pens make pixels, SVG and the page of it. */
package lab.carousel.drawing.mark;
