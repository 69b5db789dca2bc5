//! Work is skipped when nothing that goes into it has changed and all that comes out of it is there.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// The inputs of one piece of work, boiled down to one number.
#[derive(Default)]
pub(crate) struct Inputs(DefaultHasher);

impl Inputs {
    /// A setting, such as a version or a program's arguments.
    pub(crate) fn text(mut self, text: &str) -> Self {
        text.hash(&mut self.0);
        self
    }

    /// A file or a folder with all that is in it, names and contents.
    pub(crate) fn path(mut self, path: &Path) -> io::Result<Self> {
        for file in files(path)? {
            file.hash(&mut self.0);
            fs::read(&file)?.hash(&mut self.0);
        }
        Ok(self)
    }
}

/// Does the work, unless the stamp says that it was done with these very inputs and its outputs exist.
pub(crate) fn once(
    stamp: &Path,
    inputs: &Inputs,
    outputs: &[PathBuf],
    work: impl FnOnce() -> Result<(), String>,
) -> Result<(), String> {
    let key = format!("{:016x}\n", inputs.0.finish());
    if outputs.iter().all(|path| path.exists()) && fs::read_to_string(stamp).is_ok_and(|old| old == key) {
        return Ok(());
    }
    // A stamp must not outlive the outputs it vouches for.
    let _ = fs::remove_file(stamp);
    work()?;
    let written = stamp.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(stamp, key));
    written.map_err(|error| format!("cannot write {}: {error}", stamp.display()))
}

/// Every file under a path, sorted, or the path itself.
pub(crate) fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    inside.sort();
    let nested = inside.iter().map(|path| files(path)).collect::<io::Result<Vec<_>>>()?;
    Ok(nested.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::{Inputs, once};
    use std::fs;

    #[test]
    fn work_is_done_once_per_input_and_again_when_its_output_is_lost() {
        let folder = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(folder.join("in/deep")).unwrap();
        fs::write(folder.join("in/deep/a"), "1").unwrap();
        let (out, mut count) = (folder.join("out"), 0);
        let mut go = || {
            let inputs = Inputs::default().text("v1").path(&folder.join("in")).unwrap();
            once(&folder.join("stamp"), &inputs, std::slice::from_ref(&out), || {
                count += 1;
                fs::write(&out, "made").map_err(|error| error.to_string())
            })
            .unwrap();
            count
        };
        assert_eq!((go(), go()), (1, 1));
        fs::write(folder.join("in/deep/a"), "2").unwrap();
        assert_eq!((go(), go()), (2, 2));
        fs::remove_file(&out).unwrap();
        assert_eq!((go(), go()), (3, 3));
        fs::remove_dir_all(folder).unwrap();
    }
}
