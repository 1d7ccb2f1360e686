package lab.carousel.drawing;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.text.Glossary;
import lab.carousel.text.GlossaryEntry;

/** A word of the glossary in a drawing: a label, the name of an axis or of a line, with the room it takes, in points. */
public record DrawnWord(GlossaryEntry entry, Box room) {

    /** The words among some marks. */
    public static List<DrawnWord> in(List<Mark> marks) {
        List<DrawnWord> words = new ArrayList<>();
        collect(marks, 0, 0, 1, words);
        return words;
    }

    private static void collect(List<Mark> marks, double moveX, double moveY, double scale, List<DrawnWord> words) {
        for (Mark mark : marks) {
            if (mark instanceof Mark.Group group) {
                collect(
                        group.marks(),
                        moveX + scale * group.moveX(),
                        moveY + scale * group.moveY(),
                        scale * group.scale(),
                        words);
            } else if (mark instanceof Mark.Words written) {
                Box room = written.room();
                Glossary.current()
                        .ofLabel(written.words())
                        .ifPresent(entry -> words.add(new DrawnWord(
                                entry,
                                new Box(
                                        moveX + scale * room.x(),
                                        moveY + scale * room.y(),
                                        scale * room.width(),
                                        scale * room.height()))));
            }
        }
    }
}
