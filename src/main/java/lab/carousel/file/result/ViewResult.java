package lab.carousel.file.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import lab.carousel.file.json.JsonText;
import lab.carousel.text.Table;
import lab.carousel.view.Answer;
import lab.carousel.view.Chosen;
import lab.carousel.view.View;
import org.jspecify.annotations.Nullable;

/** What a view shows as a JSON object: its name, what is chosen, its sentences, and its table, in which null stands for what is missing. */
public final class ViewResult {

    private ViewResult() {}

    public static String json(View view, Chosen chosen, Answer answer) {
        Table<?> table = answer.drawing().table();
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("view", view.name().key())
                .putPOJO("chosen", new TreeMap<>(chosen.values()))
                .putPOJO("sentences", answer.sentences());
        root.putObject("table")
                .putPOJO("columns", table.names())
                .putPOJO(
                        "rows",
                        table.values().stream()
                                .map(row -> row.stream().map(ViewResult::known).toList())
                                .toList());
        return JsonText.text(root);
    }

    private static @Nullable Object known(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : null;
        }
        boolean isText = !(value instanceof Number || value instanceof Boolean);
        return isText && value.toString().isEmpty() ? null : isText ? value.toString() : value;
    }
}
