package lab.carousel.ui.studies;
