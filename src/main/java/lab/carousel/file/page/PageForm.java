package lab.carousel.file.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.carousel.file.experiment.ExperimentValues;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.ValuePlace;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.text.InvalidInput;

/** The experiment of the page, as its scripts have it. */
public final class PageForm {

    private PageForm() {}

    /** An experiment from values of JSON as files have them. */
    @SuppressWarnings("unchecked")
    public static Experiment experiment(Object written) {
        JsonValue root = json(written);
        return new Experiment(
                ExperimentValues.task(root.member("task")),
                ExperimentValues.read(
                        Hyperparameters.reference(),
                        root.member("hyperparameters").members()),
                EngineName.KERNEL);
    }

    /** A value of JSON without a place: what the page has made is right. */
    private static JsonValue json(Object value) {
        ValuePlace nowhere = InvalidInput::new;
        if (value instanceof Map<?, ?> map) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            map.forEach((name, each) -> members.put((String) name, json(each)));
            return new JsonValue(nowhere, JsonKind.OBJECT, members);
        }
        if (value instanceof List<?> list) {
            return new JsonValue(
                    nowhere, JsonKind.LIST, list.stream().map(PageForm::json).collect(Collectors.toList()));
        }
        if (value instanceof Number number) {
            double size = number.doubleValue();
            boolean isWhole = size == Math.floor(size) && Math.abs(size) < 1e18;
            return isWhole
                    ? new JsonValue(nowhere, JsonKind.WHOLE_NUMBER, Long.toString((long) size))
                    : new JsonValue(nowhere, JsonKind.NUMBER, Double.toString(size));
        }
        return new JsonValue(nowhere, JsonKind.TEXT, value);
    }
}
