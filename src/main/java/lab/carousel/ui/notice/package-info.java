/** What has happened and what can be done about it, said over the panels at the bottom right, so that nothing moves. */
package lab.carousel.ui.notice;
