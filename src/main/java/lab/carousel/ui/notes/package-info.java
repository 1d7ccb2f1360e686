/** What teacher and students write about what they see. */
package lab.carousel.ui.notes;
