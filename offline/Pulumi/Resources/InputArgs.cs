using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Google.Protobuf;
using Pulumi.Serialization;
using Wire;

namespace Pulumi;

/// <summary>The arguments of a resource or a function: the members marked with <see cref="InputAttribute"/>.</summary>
public abstract class InputArgs
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Member>> Members = [];

    private protected InputArgs()
    {
    }

    /// <exception cref="ArgumentNullException">A required member has no value.</exception>
    internal IEnumerable<KeyValuePair<string, object?>> ToProperties()
    {
        foreach (var member in Members.GetOrAdd(GetType(), FindMembers))
        {
            var value = member.Read(this);
            if (value is null && member.Input.IsRequired)
            {
                throw new ArgumentNullException(
                    member.Name, $"[Input] {GetType().FullName}.{member.Name} is required but was not given a value");
            }

            yield return KeyValuePair.Create(member.Input.Name, member.Input.Json && value is IInput input ? ToJson(input) : value);
        }
    }

    private static Output<string> ToJson(IInput input) => new Output<object?>(input.ToOutput().GetDataAsync()).Apply(async plain =>
        JsonFormatter.Default.Format(PropertyEncoding.EncodeValue(await new Serializer().SerializeAsync(plain).ConfigureAwait(false))));

    private static ImmutableArray<Member> FindMembers(Type type)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var fields = type.GetFields(Any).Select(field => (Info: (MemberInfo)field, Read: (Func<object, object?>)field.GetValue));
        var properties = type.GetProperties(Any)
            .Select(property => (Info: (MemberInfo)property, Read: (Func<object, object?>)property.GetValue));
        return
        [
            .. from member in fields.Concat(properties)
               let input = member.Info.GetCustomAttribute<InputAttribute>()
               where input is not null
               select new Member(input, member.Info.Name, member.Read),
        ];
    }

    private sealed record Member(InputAttribute Input, string Name, Func<object, object?> Read);
}
