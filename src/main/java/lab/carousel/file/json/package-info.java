/** JSON whose values know their line and column, so that what is wrong with one can be told there. */
package lab.carousel.file.json;
