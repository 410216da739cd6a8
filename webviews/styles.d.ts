// the bundler turns an imported style sheet into a file beside the page's script
declare module "*.css";
