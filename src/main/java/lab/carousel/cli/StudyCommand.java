package lab.carousel.cli;
