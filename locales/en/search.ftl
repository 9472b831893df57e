# The filter of exchanges.
filter-text = Words

# What is wrong with a request.
fault-words = { $name } may have at most 200 characters.
fault-unknown = { $name } is no filter here. There are: { $known }.
