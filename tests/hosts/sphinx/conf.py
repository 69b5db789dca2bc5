project = 'Notes'
html_static_path = ['_static']
html_js_files = ['ponder.classic.js']
