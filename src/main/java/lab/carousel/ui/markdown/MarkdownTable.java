package lab.carousel.ui.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import lab.carousel.markdown.PlainWords;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/** A table. Columns are as wide as their text where there is room, and share the width by what they need where not. */
final class MarkdownTable extends Region {

    private final List<List<TextFlow>> rows = new ArrayList<>();
    /** What part of the width of a column's widest cell its longest word takes, at the most. */
    private final double[] wordShare;

    MarkdownTable(TableBlock table, Function<Node, TextFlow> cellText) {
        getStyleClass().add("markdown-table");
        List<List<String>> words = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                addRow(row, part instanceof TableHead, cellText, words);
            }
        }
        wordShare = wordShares(words);
        rows.forEach(getChildren()::addAll);
    }

    private void addRow(Node row, boolean isHead, Function<Node, TextFlow> cellText, List<List<String>> words) {
        List<TextFlow> cells = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            TextFlow flow = cellText.apply(cell);
            flow.getStyleClass().add(isHead ? "markdown-table-head" : "markdown-table-cell");
            if (((TableCell) cell).getAlignment() == TableCell.Alignment.RIGHT) {
                flow.setTextAlignment(TextAlignment.RIGHT);
            }
            cells.add(flow);
            texts.add(PlainWords.of(cell));
        }
        rows.add(cells);
        words.add(texts);
    }

    private static double[] wordShares(List<List<String>> words) {
        int columns = words.stream().mapToInt(List::size).max().orElse(0);
        double[] shares = new double[columns];
        for (int column = 0; column < columns; column++) {
            int longestText = 1;
            int longestWord = 1;
            for (List<String> row : words) {
                String text = column < row.size() ? row.get(column) : "";
                longestText = Math.max(longestText, text.length());
                longestWord = Math.max(
                        longestWord,
                        Arrays.stream(text.split("\\s+"))
                                .mapToInt(String::length)
                                .max()
                                .orElse(0));
            }
            shares[column] = Math.min(1, 1.15 * longestWord / longestText);
        }
        return shares;
    }

    /** The widths of the columns, which together are at most a width. */
    private double[] widths(double available) {
        double[] most = new double[wordShare.length];
        for (List<TextFlow> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                most[column] = Math.max(most[column], Math.ceil(row.get(column).prefWidth(-1)) + 1);
            }
        }
        double wanted = Arrays.stream(most).sum();
        if (wanted <= available || available <= 0) {
            return most;
        }
        double[] widths = new double[most.length];
        for (int column = 0; column < most.length; column++) {
            widths[column] = Math.ceil(most[column] * wordShare[column]);
        }
        double least = Arrays.stream(widths).sum();
        double share = Math.max(0, available - least) / Math.max(1, wanted - least);
        for (int column = 0; column < most.length; column++) {
            widths[column] = least > available
                    ? widths[column] * available / least
                    : widths[column] + share * (most[column] - widths[column]);
        }
        return widths;
    }

    private static double height(List<TextFlow> row, double[] widths) {
        double height = 0;
        for (int column = 0; column < row.size(); column++) {
            height = Math.max(height, Math.ceil(row.get(column).prefHeight(widths[column])));
        }
        return height;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Arrays.stream(widths(-1)).sum() + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] widths = widths(width - snappedLeftInset() - snappedRightInset());
        return rows.stream().mapToDouble(row -> height(row, widths)).sum() + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double[] widths = widths(getWidth() - snappedLeftInset() - snappedRightInset());
        double y = snappedTopInset();
        for (List<TextFlow> row : rows) {
            double height = height(row, widths);
            double x = snappedLeftInset();
            for (int column = 0; column < row.size(); column++) {
                row.get(column).resizeRelocate(x, y, widths[column], height);
                x += widths[column];
            }
            y += height;
        }
    }
}
