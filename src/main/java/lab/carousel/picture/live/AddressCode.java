package lab.carousel.picture.live;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Table;

/** An address as a QR code, as large as its room; black on white in every palette, as phones expect it. */
public record AddressCode(String address) implements Drawing {

    /** Modules of white around it, without which it is not found. */
    private static final int QUIET = 4;

    @Override
    public void draw(Marks marks, double width, double height) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        int modules = code.size + 2 * QUIET;
        double side = Math.min(width, height);
        double module = side / modules;
        double left = (width - side) / 2;
        double top = (height - side) / 2;
        marks.ink(Ink.WHITE);
        marks.fill(new Box(left, top, side, side));
        marks.ink(Ink.BLACK);
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    // A little larger, so that no line of white shows between two
                    marks.fill(new Box(
                            left + (column + QUIET) * module,
                            top + (row + QUIET) * module,
                            module * 1.02,
                            module * 1.02));
                }
            }
        }
    }

    @Override
    public Table<?> table() {
        return Table.ofFields(List.of("address"), List.of(List.of(address)));
    }
}
