package lab.carousel.ui.update;

import java.util.Arrays;
import java.util.List;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.engine.MadeUpdate;
import lab.carousel.engine.kernel.GradientReach;
import lab.carousel.engine.kernel.UpdateAccount;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.update.ReachDrawing;
import lab.carousel.picture.update.ReachWords;
import lab.carousel.picture.update.UpdateSheet;
import lab.carousel.picture.update.UpdateStage;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Position;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * An update told stage by stage.
 *
 * @param question what was asked
 * @param where    which update it is
 * @param unit     the name of the unit
 * @param stages   what happened
 * @param drawing  how far the gradient reaches
 */
record UpdateAnswer(UpdateQuestion question, String where, String unit, List<UpdateStage> stages, ReachDrawing drawing)
        implements PlaceAnswer {

    private static final int PICTURE_WIDTH = 960;
    private static final int PICTURE_HEAD = 84;

    /** Tells an update; takes as long as some updates. */
    static UpdateAnswer of(UpdateQuestion question) {
        Experiment experiment = question.snapshot().experiment();
        MadeUpdate update = question.snapshot().update().orElseThrow();
        ParameterLayout layout = experiment.layout();
        int unit = Math.max(0, Math.min(layout.allUnits() - 1, question.unit()));
        UpdateAccount account = UpdateAccount.of(experiment, update, question.step());
        return new UpdateAnswer(
                question,
                where(question.snapshot(), update, account),
                unitName(layout, unit),
                UpdateStages.of(experiment, account, unit),
                reach(experiment, account, unit / layout.units()));
    }

    private static String where(Snapshot snapshot, MadeUpdate update, UpdateAccount account) {
        Position position = snapshot.position();
        String number = NumberText.whole(position.updates());
        int first = update.firstStep() + 1;
        return first == position.step()
                ? Message.text("update.place.one", number, position.sequence(), first)
                : Message.text(
                        "update.place.more",
                        number,
                        position.sequence(),
                        first,
                        position.step(),
                        account.step().step() + 1);
    }

    private static String unitName(ParameterLayout layout, int unit) {
        String name = Integer.toString(unit % layout.units() + 1);
        return Message.text("update.unit", layout.layers() == 1 ? name : unit / layout.units() + 1 + "." + name);
    }

    private static ReachDrawing reach(Experiment experiment, UpdateAccount account, int layer) {
        GradientReach reach = account.reach();
        int[] sequence = account.update().sequence();
        int lag = experiment.hyperparameters().lag();
        int selected = -1;
        for (int time = reach.cut(); time < reach.times(); time++) {
            boolean endsSample = (time + 1) % lag == 0;
            selected = endsSample && reach.symbols()[time] == account.step().step() ? time : selected;
        }
        return new ReachDrawing(
                Arrays.stream(reach.symbols())
                        .mapToObj(place -> experiment.task().alphabet().symbol(sequence[place]))
                        .toList(),
                Arrays.stream(reach.symbols()).map(place -> place + 1).toArray(),
                reach.cut(),
                reach.hidden()[layer],
                reach.cell().length == 0 ? new double[0] : reach.cell()[layer],
                selected);
    }

    @Override
    public String spoken() {
        return new ReachWords(drawing).text();
    }

    @Override
    public String title() {
        return Message.text("update.title");
    }

    @Override
    public String subtitle() {
        return Message.text("update.picture.subtitle", where, unit);
    }

    /** All of it on one sheet. */
    @Override
    public Picture picture(Palette palette) {
        UpdateSheet sheet = new UpdateSheet(stages, unit, drawing);
        int height = (int) Math.ceil(sheet.height()) + PICTURE_HEAD;
        return new DrawnPicture(title(), subtitle(), sheet, palette, PICTURE_WIDTH, height);
    }
}
