/** The strip under the toolbar that says what happened and what can be done about it. */
package lab.carousel.ui.notice;
